using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Subject).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Act).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Hash).HasMaxLength(Lengths.Hash);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(entry => new { entry.Subject, entry.Number }).IsUnique();
        builder.HasIndex(entry => entry.IdempotencyKey).IsUnique();
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_heads");
        builder.HasKey(head => head.Subject);
        builder.Property(head => head.Subject).HasMaxLength(Lengths.Code);
        builder.Property(head => head.Number).IsConcurrencyToken();
        builder.Property(head => head.Hash).HasMaxLength(Lengths.Hash);
    }
}
