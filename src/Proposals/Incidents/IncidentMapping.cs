using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Incidents;

internal sealed class WorkflowIncidentMapping : IEntityTypeConfiguration<WorkflowIncident>
{
    public void Configure(EntityTypeBuilder<WorkflowIncident> builder)
    {
        builder.ToTable("incidents");
        builder.Property(incident => incident.Id).HasMaxLength(Lengths.EngineId);
        builder.Property(incident => incident.InstanceId).HasMaxLength(Lengths.EngineId);
        builder.Property(incident => incident.ActivityId).HasMaxLength(Lengths.EngineId);
        builder.Property(incident => incident.ActivityType).HasMaxLength(Lengths.Code);
        builder.Property(incident => incident.ActivityName).HasMaxLength(Lengths.Name);
        builder.Property(incident => incident.Code).HasMaxLength(Lengths.Code);
        builder.Property(incident => incident.Detail).HasMaxLength(Lengths.Remark);
        builder.Property(incident => incident.Ports).HasMaxLength(Lengths.Remark);
        builder.Property(incident => incident.Port).HasMaxLength(Lengths.Code);
        builder.Property(incident => incident.Reason).HasMaxLength(Lengths.Remark);
        builder.Ignore(incident => incident.PortNames);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(incident => incident.CaseId);
        builder.HasIndex(incident => new { incident.IsOpen, incident.RaisedAt, incident.Id }).IsDescending();
    }
}

internal sealed class MissedAnswerMapping : IEntityTypeConfiguration<MissedAnswer>
{
    public void Configure(EntityTypeBuilder<MissedAnswer> builder)
    {
        builder.ToTable("missed_answers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.ActivityTypes).HasMaxLength(Lengths.Remark);
        builder.Property(answer => answer.Port).HasMaxLength(Lengths.Code);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(answer => answer.CaseId);
    }
}

internal sealed class OutsideTaskMapping : IEntityTypeConfiguration<OutsideTask>
{
    public void Configure(EntityTypeBuilder<OutsideTask> builder)
    {
        builder.ToTable("outside_tasks");
        builder.HasKey(task => task.WaitId);
        builder.Property(task => task.WaitId).HasMaxLength(Lengths.EngineId);
        builder.Property(task => task.InstanceId).HasMaxLength(Lengths.EngineId);
        builder.Property(task => task.ActivityId).HasMaxLength(Lengths.EngineId);
        builder.Property(task => task.ActivityName).HasMaxLength(Lengths.Name);
        builder.Property(task => task.TaskName).HasMaxLength(Lengths.Name);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(task => task.CaseId);
        builder.HasIndex(task => new { task.State, task.WantedAt, task.WaitId });
    }
}
