using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Inbox;

internal sealed class StepMapping : IEntityTypeConfiguration<Step>
{
    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.ToTable("steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.WaitId).HasMaxLength(Lengths.EngineId);
        builder.Property(step => step.ActivityId).HasMaxLength(Lengths.EngineId);
        builder.Property(step => step.ActivityType).HasMaxLength(Lengths.Code);
        builder.Property(step => step.Term).HasMaxLength(Lengths.Code);
        builder.Property(step => step.Name).HasMaxLength(Lengths.Name);
        builder.Property(step => step.Instructions).HasMaxLength(Lengths.Remark);
        builder.Property(step => step.Port).HasMaxLength(Lengths.Code);
        builder.HasIndex(step => step.WaitId).IsUnique();
        builder.HasIndex(step => new { step.CaseId, step.State });
        builder.HasMany(step => step.WorkItems).WithOne().HasForeignKey(item => item.StepId);
    }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => new { item.OwnerId, item.State, item.StepId });
        builder.HasIndex(item => new { item.DepartmentId, item.State, item.StepId });
        builder.HasIndex(item => new { item.OwnerDesk, item.State, item.StepId });
        builder.HasIndex(item => new { item.CaseId, item.State });
        builder.HasIndex(item => new { item.AnsweredById, item.AnsweredAt });
        builder.HasIndex(item => new { item.RecordedById, item.AnsweredAt });
    }
}

internal sealed class FormDraftMapping : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("form_drafts");
        builder.HasKey(draft => new { draft.PersonId, draft.CaseId, draft.Act });
        builder.Property(draft => draft.Act).HasMaxLength(Lengths.Code);
        builder.Property(draft => draft.Fields).HasMaxLength(FormDraft.MostCharacters);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(draft => draft.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.PersonId);
    }
}
