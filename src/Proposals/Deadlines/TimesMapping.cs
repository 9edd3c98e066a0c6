using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

internal sealed class ClockPauseMapping : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> builder)
    {
        builder.ToTable("clock_pauses");
        builder.Property(pause => pause.Id).ValueGeneratedNever();
        builder.Property(pause => pause.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(pause => pause.LegalBasis).HasMaxLength(Lengths.Remark);
        builder.Property(pause => pause.ResumeNote).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(pause => pause.CaseId);
    }
}

internal sealed class ExtensionRequestMapping : IEntityTypeConfiguration<ExtensionRequest>
{
    public void Configure(EntityTypeBuilder<ExtensionRequest> builder)
    {
        builder.ToTable("extension_requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.DecisionOpinion).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.Answer).HasMaxLength(Lengths.Remark);
        builder.Ignore(request => request.EffectiveOn).Ignore(request => request.IsPending);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(request => request.CaseId);
    }
}
