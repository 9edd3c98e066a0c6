using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.DisplayName).HasMaxLength(Lengths.Name);
        builder.Property(person => person.Title).HasMaxLength(Lengths.Name);
        builder.Property(person => person.SeesOnlyFrom).HasMaxLength(Lengths.Name);
        builder.HasOne<Department>().WithMany().HasForeignKey(person => person.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(department => department.Id).ValueGeneratedNever();
        builder.Property(department => department.Name).HasMaxLength(Lengths.Name);
        builder.Property(department => department.Remit).HasMaxLength(Lengths.Subject);
        builder.Property(department => department.Revision).IsConcurrencyToken();
        builder.HasIndex(department => department.Name).IsUnique();
    }
}

internal sealed class BureauSettingsMapping : IEntityTypeConfiguration<BureauSettings>
{
    public void Configure(EntityTypeBuilder<BureauSettings> builder)
    {
        builder.ToTable("bureau");
        builder.Property(settings => settings.Id).ValueGeneratedNever();
        builder.Property(settings => settings.Name).HasMaxLength(Lengths.Name);
        builder.Property(settings => settings.ShortNames).HasMaxLength(Lengths.Remark);
        builder.Property(settings => settings.Address).HasMaxLength(Lengths.Subject);
        builder.Property(settings => settings.Phone).HasMaxLength(Lengths.Phone);
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasKey(feed => feed.PersonId);
        builder.Property(feed => feed.PersonId).ValueGeneratedNever();
        builder.Property(feed => feed.SecretHash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(feed => feed.SecretHash).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.PersonId);
    }
}
