using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("deadlines");
        builder.Property(deadline => deadline.Id).ValueGeneratedNever();
        builder.Property(deadline => deadline.Term).HasMaxLength(Lengths.Code);
        builder.Property(deadline => deadline.Profile).HasMaxLength(Lengths.Code);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(deadline => deadline.CaseId);
        builder.HasIndex(deadline => new { deadline.CaseId, deadline.Kind });

        builder.HasIndex(deadline => new { deadline.NextRungAt, deadline.Id }).HasFilter("\"NextRungAt\" IS NOT NULL");

        builder.HasIndex(deadline => new { deadline.DueOn, deadline.Id }).HasFilter("\"MetOn\" IS NULL AND \"DroppedOn\" IS NULL");

        // What is owed is a small part of what was ever owed.
        builder.HasIndex(deadline => new { deadline.RulesRevision, deadline.CaseId }).HasFilter("\"MetOn\" IS NULL AND \"DroppedOn\" IS NULL");
    }
}
