using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Benchmarks;

/// <summary>A large bureau made of a small one: its departments, their heads and handlers several times over, and for each copy of a case who has it. The first of them have far more than the last.</summary>
internal sealed class Casting
{
    private const int Sets = 4;
    private const int HandlersEach = 7;

    private readonly Dictionary<Guid, Guid[]> parts = [];

    public IReadOnlyCollection<Guid> Originals => parts.Keys;

    public static async Task<Casting> HireAsync(ProposalsDbContext db, DateTimeOffset now)
    {
        var casting = new Casting();
        var departments = await db.Departments.AsNoTracking().ToListAsync();
        var people = await db.Users.AsNoTracking().ToListAsync();
        foreach (var department in departments.Where(known => !known.IsOffice))
        {
            var again = Enumerable.Range(0, Sets).Select(set => set == 0 ? department.Id : DepartmentId.New(now)).ToArray();
            casting.parts[department.Id.Value] = Array.ConvertAll(again, id => id.Value);
            foreach (var person in people.Where(person => person.DepartmentId == department.Id))
            {
                var isHead = person.Id == department.HeadId;
                casting.parts[person.Id] = [.. Enumerable.Range(0, Sets * (isHead ? 1 : HandlersEach)).Select(part => part == 0 ? person.Id : Hire(db, person, again[isHead ? part : part / HandlersEach], part, now))];
            }

            for (var set = 1; set < Sets; set++)
            {
                db.Departments.Add(new Department
                {
                    Id = again[set],
                    Name = $"{department.Name}{set + 1}",
                    Remit = department.Remit,
                    Position = department.Position + set * departments.Count,
                    LeaderId = department.LeaderId,
                    HeadId = department.HeadId is { } head ? casting.parts[head][set] : null,
                    DefaultHandlerId = department.DefaultHandlerId is { } handler ? casting.parts[handler][set * HandlersEach] : null,
                });
            }
        }

        await db.SaveChangesAsync();
        return casting;
    }

    /// <summary>Who or which department stands in this copy where the original stood.</summary>
    public Guid Of(int copy, Guid original)
    {
        var mine = parts[original];
        var set = Skewed(copy, Sets);
        return mine.Length == Sets ? mine[set] : mine[set * HandlersEach + Skewed(copy / 7 + 3, HandlersEach)];
    }

    /// <summary>0 about half of the time, the last rarely; the same number gives the same answer.</summary>
    private static int Skewed(int number, int count)
    {
        var chance = (uint)number * 2654435761u;
        var at = 0;
        while (at < count - 1 && (chance & 1u << (31 - at)) != 0)
            at++;
        return at;
    }

    private static Guid Hire(ProposalsDbContext db, Person like, DepartmentId department, int number, DateTimeOffset now)
    {
        var name = $"{like.UserName}{number + 1}";
        var hired = new Person
        {
            Id = TimedId.At(now),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"{like.DisplayName}{number + 1}",
            Title = like.Title,
            Duties = like.Duties,
            DepartmentId = department,
            IsDisabled = like.IsDisabled,
        };
        db.Users.Add(hired);
        return hired.Id;
    }
}
