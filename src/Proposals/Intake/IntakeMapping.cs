using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Intake;

internal sealed class ProposerMapping : IEntityTypeConfiguration<Proposer>
{
    public void Configure(EntityTypeBuilder<Proposer> builder)
    {
        builder.ToTable("proposers");
        builder.Property(proposer => proposer.Id).ValueGeneratedNever();
        builder.Property(proposer => proposer.Name).HasMaxLength(Lengths.Name);
        builder.Property(proposer => proposer.Group).HasMaxLength(Lengths.Name);
        builder.Property(proposer => proposer.WorkUnit).HasMaxLength(Lengths.Subject);
        builder.Property(proposer => proposer.Phone).HasMaxLength(Lengths.Phone);
        builder.Property(proposer => proposer.ContactPerson).HasMaxLength(Lengths.Name);
    }
}

internal sealed class ImportMappingMapping : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.ToTable("import_mappings");
        builder.HasKey(mapping => new { mapping.Sender, mapping.Purpose });
        builder.Property(mapping => mapping.Sender).HasMaxLength(Lengths.Name);
        builder.Property(mapping => mapping.Columns).HasMaxLength(Lengths.LongText);
    }
}
