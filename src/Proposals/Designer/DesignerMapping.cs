using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Designer;

internal sealed class WorkflowDefinitionVersionMapping : IEntityTypeConfiguration<WorkflowDefinitionVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinitionVersion> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.DefinitionId).HasMaxLength(Lengths.DefinitionId);
        builder.Property(version => version.Name).HasMaxLength(Lengths.Subject);
        builder.Property(version => version.Description).HasMaxLength(Lengths.Remark);
        builder.Property(version => version.Sha256).HasMaxLength(Lengths.Hash);

        // Before origins were kept the product's own files were all there was.
        builder.Property(version => version.Origin).HasDefaultValue(DefinitionOrigin.Shipped);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.HasIndex(version => new { version.DefinitionId, version.Version }).IsUnique();
        builder.HasIndex(version => version.DefinitionId, "ix_one_published").IsUnique().HasFilter("\"IsPublished\"");
        builder.HasIndex(version => version.DefinitionId, "ix_one_latest").IsUnique().HasFilter("\"IsLatest\"");

        // The database itself keeps a version that a case runs.
        builder.HasMany<WorkflowInstance>().WithOne().HasForeignKey(instance => instance.DefinitionVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShippedDefinitionMapping : IEntityTypeConfiguration<ShippedDefinition>
{
    public void Configure(EntityTypeBuilder<ShippedDefinition> builder)
    {
        builder.ToTable("shipped_definitions");
        builder.HasKey(shipped => shipped.Sha256);
        builder.Property(shipped => shipped.Sha256).HasMaxLength(Lengths.Hash);
        builder.Property(shipped => shipped.DefinitionId).HasMaxLength(Lengths.DefinitionId);
    }
}
