using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Designer;

internal sealed class WorkflowDefinitionVersionMapping : IEntityTypeConfiguration<WorkflowDefinitionVersion>
{
    public void Configure(EntityTypeBuilder<WorkflowDefinitionVersion> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.DefinitionId).HasMaxLength(Lengths.Code);
        builder.Property(version => version.Name).HasMaxLength(Lengths.Subject);
        builder.Property(version => version.Sha256).HasMaxLength(Lengths.Hash);
        builder.HasIndex(version => new { version.DefinitionId, version.Version }).IsUnique();
        builder.HasIndex(version => version.DefinitionId).IsUnique().HasFilter("\"IsPublished\"").HasDatabaseName("ix_one_published");
    }
}
