using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <summary>Copies the whole database to a file and back, by the means of its provider.</summary>
public interface IDatabaseCopy
{
    /// <summary>Writes the database as it is at one moment, whoever works meanwhile.</summary>
    Task<(CopyContent? Content, Refusal? Refusal)> SaveAsync(string file, CancellationToken cancellationToken);

    /// <summary>Reads the file to its end without touching the database.</summary>
    /// <returns>The migrations that it went through.</returns>
    Task<(IReadOnlyList<string> Migrations, Refusal? Refusal)> ExamineAsync(string file, CancellationToken cancellationToken);

    /// <summary>Puts the file in the database's place. What does not come to its end leaves everything as it was.</summary>
    /// <param name="replaces">What is there now is kept aside; else there must be nothing.</param>
    /// <param name="finish">What has to be done in the restored database before anybody may see it.</param>
    /// <returns>Where the database that was there is kept; null where there was none.</returns>
    Task<(string? KeptAside, Refusal? Refusal)> LoadAsync(string file, bool replaces, DateTimeOffset now, Func<ProposalsDbContext, Task> finish, CancellationToken cancellationToken);
}

public sealed record CopyContent(string Schema, int Cases, int Acts);
