using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Reply;

internal sealed class WrittenReplyMapping : IEntityTypeConfiguration<WrittenReply>
{
    public void Configure(EntityTypeBuilder<WrittenReply> builder)
    {
        builder.ToTable("replies");
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.Property(reply => reply.ResultClass).HasMaxLength(Lengths.Code);
        builder.Property(reply => reply.Body).HasMaxLength(Lengths.LongText);
        builder.Property(reply => reply.ContactPerson).HasMaxLength(Lengths.Name);
        builder.Property(reply => reply.ContactPhone).HasMaxLength(Lengths.Phone);
        builder.Property(reply => reply.DocumentNumber).HasMaxLength(Lengths.Name);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(reply => reply.CaseId);
        builder.HasIndex(reply => new { reply.CaseId, reply.Round }).IsUnique();
        builder.HasIndex(reply => reply.DocumentNumber).IsUnique();
        builder.HasMany(reply => reply.Versions).WithOne().HasForeignKey(version => version.ReplyId);
        builder.HasMany(reply => reply.Reviews).WithOne().HasForeignKey(review => review.ReplyId);
        builder.HasMany(reply => reply.Copies).WithOne().HasForeignKey(copy => copy.ReplyId);
        builder.HasMany(reply => reply.Deliveries).WithOne().HasForeignKey(delivery => delivery.ReplyId);
    }
}

internal sealed class ReplyVersionMapping : IEntityTypeConfiguration<ReplyVersion>
{
    public void Configure(EntityTypeBuilder<ReplyVersion> builder)
    {
        builder.ToTable("reply_versions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.ResultClass).HasMaxLength(Lengths.Code);
        builder.Property(version => version.Body).HasMaxLength(Lengths.LongText);
        builder.HasIndex(version => new { version.ReplyId, version.Number }).IsUnique();
    }
}

internal sealed class ReplyReviewMapping : IEntityTypeConfiguration<ReplyReview>
{
    public void Configure(EntityTypeBuilder<ReplyReview> builder)
    {
        builder.ToTable("reply_reviews");
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.Opinion).HasMaxLength(Lengths.Remark);
    }
}

internal sealed class ReplyDeliveryMapping : IEntityTypeConfiguration<ReplyDelivery>
{
    public void Configure(EntityTypeBuilder<ReplyDelivery> builder)
    {
        builder.ToTable("reply_deliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.HasIndex(delivery => new { delivery.ReplyId, delivery.ProposerId }).IsUnique();
    }
}

internal sealed class ReplyCopyMapping : IEntityTypeConfiguration<ReplyCopy>
{
    public void Configure(EntityTypeBuilder<ReplyCopy> builder)
    {
        builder.ToTable("reply_copies");
        builder.Property(copy => copy.Id).ValueGeneratedNever();
        builder.Property(copy => copy.Recipient).HasMaxLength(Lengths.Name);
        builder.HasIndex(copy => new { copy.ReplyId, copy.Recipient, copy.Way }).IsUnique();
    }
}

internal sealed class DocumentSeriesMapping : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.ToTable("document_series");
        builder.HasKey(series => series.Series);
        builder.Property(series => series.Series).HasMaxLength(Lengths.Code);
    }
}
