using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Handling;

internal sealed class HandlingPlanMapping : IEntityTypeConfiguration<HandlingPlan>
{
    public void Configure(EntityTypeBuilder<HandlingPlan> builder)
    {
        builder.ToTable("handling_plans");
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Goal).HasMaxLength(Lengths.Remark);
        builder.Property(plan => plan.DecisionOpinion).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany(subject => subject.Plans).HasForeignKey(plan => plan.CaseId);
        builder.HasIndex(plan => new { plan.CaseId, plan.Version }).IsUnique();
        builder.HasMany(plan => plan.Measures).WithOne().HasForeignKey(measure => measure.PlanId);
    }
}

internal sealed class PlanMeasureMapping : IEntityTypeConfiguration<PlanMeasure>
{
    public void Configure(EntityTypeBuilder<PlanMeasure> builder)
    {
        builder.ToTable("plan_measures");
        builder.Property(measure => measure.Id).ValueGeneratedNever();
        builder.Property(measure => measure.Text).HasMaxLength(Lengths.Remark);
        builder.Property(measure => measure.Remark).HasMaxLength(Lengths.Remark);
        builder.HasIndex(measure => measure.PersonId);
        builder.HasIndex(measure => measure.DepartmentId);
    }
}
