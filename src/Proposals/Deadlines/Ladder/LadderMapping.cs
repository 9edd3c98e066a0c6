using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

internal sealed class RungMapping : IEntityTypeConfiguration<Rung>
{
    public void Configure(EntityTypeBuilder<Rung> builder)
    {
        builder.ToTable("rungs");
        builder.Property(rung => rung.Id).ValueGeneratedNever();
        builder.HasOne<Deadline>().WithMany().HasForeignKey(rung => rung.DeadlineId);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(rung => rung.CaseId);

        // At most once: whatever two processes believe, one of them gets this row.
        builder.HasIndex(rung => new { rung.DeadlineId, rung.Arming, rung.Level }).IsUnique();
        builder.HasIndex(rung => rung.CaseId);
        builder.HasIndex(rung => rung.ClaimedAt).HasFilter("\"State\" = 'Claimed'");
    }
}

internal sealed class SupervisionOrderMapping : IEntityTypeConfiguration<SupervisionOrder>
{
    public void Configure(EntityTypeBuilder<SupervisionOrder> builder)
    {
        builder.ToTable("supervision_orders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Direction).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(order => order.CaseId);
        builder.HasOne<Deadline>().WithMany().HasForeignKey(order => order.DeadlineId);
        builder.HasOne<Person>().WithMany().HasForeignKey(order => order.LeaderId);
        builder.HasIndex(order => order.LeaderId).HasFilter("\"DirectedOn\" IS NULL");
        builder.HasIndex(order => order.CaseId);
    }
}
