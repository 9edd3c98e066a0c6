using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.FollowUp;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.Property(commitment => commitment.Id).ValueGeneratedNever();
        builder.Property(commitment => commitment.Text).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany(subject => subject.Commitments).HasForeignKey(commitment => commitment.CaseId);
        builder.HasMany(commitment => commitment.Progress).WithOne().HasForeignKey(progress => progress.CommitmentId);
        builder.HasIndex(commitment => new { commitment.State, commitment.DueOn });
        builder.HasIndex(commitment => commitment.ResponsibleId);
        builder.HasIndex(commitment => commitment.DepartmentId);
    }
}

internal sealed class CommitmentProgressMapping : IEntityTypeConfiguration<CommitmentProgress>
{
    public void Configure(EntityTypeBuilder<CommitmentProgress> builder)
    {
        builder.ToTable("commitment_progress");
        builder.Property(progress => progress.Id).ValueGeneratedNever();
        builder.Property(progress => progress.Text).HasMaxLength(Lengths.Remark);
    }
}

internal sealed class UrgingMapping : IEntityTypeConfiguration<Urging>
{
    public void Configure(EntityTypeBuilder<Urging> builder)
    {
        builder.ToTable("urgings");
        builder.Property(urging => urging.Id).ValueGeneratedNever();
        builder.Property(urging => urging.Whom).HasMaxLength(Lengths.Name);
        builder.Property(urging => urging.Text).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(urging => urging.CaseId);

        // Once a day, whoever wants to.
        builder.HasIndex(urging => new { urging.StepId, urging.On }).IsUnique().HasFilter("\"StepId\" IS NOT NULL");
    }
}

internal sealed class SecondReplyMapping : IEntityTypeConfiguration<SecondReply>
{
    public void Configure(EntityTypeBuilder<SecondReply> builder)
    {
        builder.ToTable("second_replies");
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.Property(reply => reply.DocumentNumber).HasMaxLength(Lengths.Name);
        builder.Property(reply => reply.Text).HasMaxLength(Lengths.LongText);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(reply => reply.CaseId);
    }
}

internal sealed class ClassChangeMapping : IEntityTypeConfiguration<ClassChange>
{
    public void Configure(EntityTypeBuilder<ClassChange> builder)
    {
        builder.ToTable("class_changes");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Before).HasMaxLength(Lengths.Code);
        builder.Property(change => change.After).HasMaxLength(Lengths.Code);
        builder.Property(change => change.Reason).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(change => change.CaseId);
    }
}
