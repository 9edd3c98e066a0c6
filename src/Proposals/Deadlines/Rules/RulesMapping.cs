using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Persistence;

namespace Proposals.Deadlines;

internal sealed class RulesStateMapping : IEntityTypeConfiguration<RulesState>
{
    public void Configure(EntityTypeBuilder<RulesState> builder)
    {
        builder.ToTable("rules_state");
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}

internal sealed class StoredProfileMapping : IEntityTypeConfiguration<StoredProfile>
{
    public void Configure(EntityTypeBuilder<StoredProfile> builder)
    {
        builder.ToTable("rule_profiles");
        builder.HasKey(profile => profile.Version);
        builder.Property(profile => profile.Version).ValueGeneratedNever();
        builder.Property(profile => profile.Name).HasMaxLength(Lengths.Name);
        builder.Property(profile => profile.Text).HasMaxLength(Lengths.LongText);
        builder.Property(profile => profile.Note).HasMaxLength(Lengths.Remark);
    }
}

internal sealed class StoredCalendarYearMapping : IEntityTypeConfiguration<StoredCalendarYear>
{
    public void Configure(EntityTypeBuilder<StoredCalendarYear> builder)
    {
        builder.ToTable("calendar_years");
        builder.HasKey(year => new { year.Calendar, year.Year });
        builder.Property(year => year.Calendar).HasMaxLength(Lengths.Name);
        builder.Property(year => year.Text).HasMaxLength(Lengths.LongText);
    }
}

internal sealed class OwnDayMapping : IEntityTypeConfiguration<OwnDay>
{
    public void Configure(EntityTypeBuilder<OwnDay> builder)
    {
        builder.ToTable("own_days");
        builder.HasKey(day => new { day.Calendar, day.Date });
        builder.Property(day => day.Calendar).HasMaxLength(Lengths.Name);
        builder.Property(day => day.Name).HasMaxLength(Lengths.Name);
    }
}
