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
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(commitment => commitment.CaseId);
        builder.HasMany(commitment => commitment.Progress).WithOne().HasForeignKey(progress => progress.CommitmentId);
        builder.HasIndex(commitment => new { commitment.State, commitment.DueOn });
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
    }
}
