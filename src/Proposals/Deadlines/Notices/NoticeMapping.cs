using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(notice => notice.CaseId);
        builder.HasIndex(notice => new { notice.PersonId, notice.Id });
        builder.HasIndex(notice => notice.PersonId).HasFilter("\"ReadAt\" IS NULL").HasDatabaseName("IX_notices_unread");
        builder.HasIndex(notice => notice.CaseId);
        builder.HasIndex(notice => notice.Id).HasFilter("\"MessageId\" IS NULL").HasDatabaseName("IX_notices_unsent");
    }
}

internal sealed class NoticeMessageMapping : IEntityTypeConfiguration<NoticeMessage>
{
    public void Configure(EntityTypeBuilder<NoticeMessage> builder)
    {
        builder.ToTable("notice_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.PersonId);
        builder.HasMany(message => message.Posts).WithOne().HasForeignKey(post => post.MessageId);

        // One person, one day, one message.
        builder.HasIndex(message => new { message.PersonId, message.Day }).IsUnique().HasFilter("NOT \"IsUrgent\"");
    }
}

internal sealed class NoticePostMapping : IEntityTypeConfiguration<NoticePost>
{
    public void Configure(EntityTypeBuilder<NoticePost> builder)
    {
        builder.ToTable("notice_posts");
        builder.HasKey(post => new { post.MessageId, post.Channel });
        builder.Property(post => post.LastError).HasMaxLength(Lengths.Remark);
        builder.HasIndex(post => post.NextTryAt).HasFilter("\"State\" = 'Waiting'");
    }
}
