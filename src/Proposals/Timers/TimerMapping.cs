using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Timers;

internal sealed class WorkflowTimerMapping : IEntityTypeConfiguration<WorkflowTimer>
{
    public void Configure(EntityTypeBuilder<WorkflowTimer> builder)
    {
        builder.ToTable("timers");
        builder.HasKey(timer => timer.WaitId);
        builder.Property(timer => timer.WaitId).HasMaxLength(Lengths.EngineId);
        builder.Property(timer => timer.InstanceId).HasMaxLength(Lengths.EngineId);
        builder.Property(timer => timer.ActivityId).HasMaxLength(Lengths.EngineId);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(timer => timer.CaseId);
        builder.HasIndex(timer => new { timer.State, timer.DueAt, timer.WaitId });
    }
}
