using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Handling;

internal sealed class ProposalCaseMapping : IEntityTypeConfiguration<ProposalCase>
{
    public void Configure(EntityTypeBuilder<ProposalCase> builder)
    {
        builder.ToTable("cases");
        builder.Property(subject => subject.Id).ValueGeneratedNever();
        builder.Property(subject => subject.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(subject => subject.Subject).HasMaxLength(Lengths.Subject);
        builder.Property(subject => subject.Content).HasMaxLength(Lengths.LongText);
        builder.Property(subject => subject.AssigningBody).HasMaxLength(Lengths.Name);
        builder.Property(subject => subject.AssignmentOpinion).HasMaxLength(Lengths.Remark);
        builder.Property(subject => subject.SupervisedBy).HasMaxLength(Lengths.Name);
        builder.Property(subject => subject.ResultClass).HasMaxLength(Lengths.Code);
        builder.Property(subject => subject.FirstResultClass).HasMaxLength(Lengths.Code);
        builder.Property(subject => subject.EndReason).HasMaxLength(Lengths.Remark);
        builder.HasMany(subject => subject.Units).WithOne().HasForeignKey(unit => unit.CaseId);
        builder.HasMany(subject => subject.CoDepartments).WithOne().HasForeignKey(named => named.CaseId);
        builder.HasMany(subject => subject.Proposers).WithOne().HasForeignKey(proposer => proposer.CaseId);
        builder.HasIndex(subject => new { subject.Kind, subject.Level, subject.TermNumber, subject.SessionNumber, subject.IsInterSession, subject.CaseNumber }).IsUnique()
            .HasFilter("\"Ending\" IS NULL OR \"Ending\" <> 'Voided'");
        builder.HasIndex(subject => new { subject.HandlingYear, subject.IsKey, subject.SortOn, subject.Id }).IsDescending(false, true, false, false);
        builder.HasIndex(subject => new { subject.HandlingYear, subject.State, subject.IsKey, subject.SortOn, subject.Id }).IsDescending(false, false, true, false, false);
        builder.HasIndex(subject => new { subject.IsKey, subject.SortOn, subject.Id }).IsDescending(true, false, false);
        builder.HasIndex(subject => subject.DepartmentId);
        builder.HasIndex(subject => subject.HandlerId);
    }
}

internal sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstance>
{
    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("workflow_instances");
        builder.Property(instance => instance.Id).HasMaxLength(Lengths.EngineId);
        builder.Property(instance => instance.ParentInstanceId).HasMaxLength(Lengths.EngineId);
        builder.Property(instance => instance.ParentWaitId).HasMaxLength(Lengths.EngineId);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(instance => instance.CaseId);
        builder.HasIndex(instance => new { instance.CaseId, instance.FinishedAt });
        builder.HasIndex(instance => instance.CaseId).IsUnique().HasFilter("\"ParentInstanceId\" IS NULL").HasDatabaseName("ix_one_main_instance");
        builder.HasIndex(instance => new { instance.DefinitionVersionId, instance.FinishedAt });
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(Lengths.FileName);
        builder.Property(file => file.ContentType).HasMaxLength(Lengths.Code);
        builder.Property(file => file.Sha256).HasMaxLength(Lengths.Hash);
        builder.Property(file => file.AttachedTo).HasMaxLength(Lengths.Code);
        builder.HasIndex(file => new { file.CaseId, file.Sha256 });
        builder.Property(file => file.VoidReason).HasMaxLength(Lengths.Remark);
        builder.HasOne(file => file.Content).WithMany().HasForeignKey(file => file.ContentId);
    }
}

internal sealed class StoredFileContentMapping : IEntityTypeConfiguration<StoredFileContent>
{
    public void Configure(EntityTypeBuilder<StoredFileContent> builder)
    {
        builder.ToTable("file_contents");
        builder.Property(content => content.Id).ValueGeneratedNever();
    }
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.Property(correction => correction.Id).ValueGeneratedNever();
        builder.Property(correction => correction.Field).HasMaxLength(Lengths.Code);
        builder.Property(correction => correction.Before).HasMaxLength(Lengths.LongText);
        builder.Property(correction => correction.After).HasMaxLength(Lengths.LongText);
        builder.Property(correction => correction.Reason).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(correction => correction.CaseId);
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(message => message.Kind).HasMaxLength(Lengths.Code);
        builder.HasIndex(message => new { message.SentAt, message.Id });
    }
}

internal sealed class ReceivedMessageMapping : IEntityTypeConfiguration<ReceivedMessage>
{
    public void Configure(EntityTypeBuilder<ReceivedMessage> builder)
    {
        builder.ToTable("received_messages");
        builder.HasKey(message => message.Signature);
        builder.Property(message => message.Signature).HasMaxLength(Lengths.Hash);
        builder.HasIndex(message => message.ReceivedAt);
    }
}
