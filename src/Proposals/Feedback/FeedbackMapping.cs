using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Feedback;

internal sealed class FeedbackFormMapping : IEntityTypeConfiguration<FeedbackForm>
{
    public void Configure(EntityTypeBuilder<FeedbackForm> builder)
    {
        builder.ToTable("feedback_forms");
        builder.Property(form => form.Id).ValueGeneratedNever();
        builder.Property(form => form.Comments).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(form => form.CaseId);
        builder.HasIndex(form => new { form.CaseId, form.Round, form.ProposerId }).IsUnique();
    }
}

internal sealed class HandlingRoundMapping : IEntityTypeConfiguration<HandlingRound>
{
    public void Configure(EntityTypeBuilder<HandlingRound> builder)
    {
        builder.ToTable("handling_rounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.Opinion).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(round => round.CaseId);
        builder.HasIndex(round => new { round.CaseId, round.Number }).IsUnique();
    }
}
