using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Demo;
using Proposals.Web.Face;
using Proposals.Web.Pages.Intake;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- import FILE</c>: the preview of an assignment list as the page shows it, and with a name of the office its registration.</summary>
internal static class ImportCommand
{
    public static bool Asked(string[] args) => args is ["import", ..];

    /// <returns>0 where every row of ours is new or registered, 1 where something stands in the way, 2 where nothing could be tried.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        if (ImportOptions.Read(args) is not { } options)
        {
            await errors.WriteLineAsync(ImportOptions.Usage);
            return 2;
        }

        if (TypedPath.Find(options.File) is not { } file)
        {
            await errors.WriteLineAsync($"{options.File}: no such file");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var run = ActivatorUtilities.CreateInstance<ImportRun>(scope.ServiceProvider, options, output, errors);
        return await run.RunAsync(file, cancellationToken);
    }

    /// <summary>One run of the command with everything it asks.</summary>
    private sealed class ImportRun(
        ImportOptions options, TextWriter output, TextWriter errors, ProposalsDbContext db, ListImport lists, ImportWords words, RefusalWords refusals, IStringLocalizer<ImportText> text, TimeProvider clock)
    {
        public async Task<int> RunAsync(string file, CancellationToken cancellationToken)
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return await FailAsync(text["Command_NoDatabase"], 2);
            if (clock is DemoClock demo)
                await demo.CatchUpAsync(db, cancellationToken);
            var person = options.As is { } name ? await db.Users.AsNoTracking().FirstOrDefaultAsync(known => known.UserName == name && !known.IsDisabled, cancellationToken) : null;
            if (options.As is not null && person?.Duties.Includes(Duties.Office) != true)
                return await FailAsync(text["Command_NotOffice", options.As], 2);
            if (options.As is not null && !options.IsNotClassified)
                return await FailAsync($"{refusals.Of(IntakeRefusals.Classified).What} --not-classified", 2);
            var (sheet, reading, refusal) = await ReadAsync(file, cancellationToken);
            if (sheet is null)
                return refusal;
            var title = ListTitle.Of(sheet, await RegisterDefaults.BodiesAsync(db, cancellationToken));
            var sender = options.Sender ?? RegisterDefaults.SenderOf(options.Kind is null ? title : title with { Kind = options.Kind });
            if (sender is null)
                return await FailAsync(text["Command_NoSender"], 1);
            var order = new ListOrder(sender) { AssignedOn = options.Date ?? title.AssignedOn ?? OfficeClock.Day(clock.GetUtcNow()), Kind = options.Kind, Term = options.Term, Session = options.Session, FillsDown = !sheet.KnowsMerges };
            var (preview, refused) = await lists.PreviewAsync(sheet, order, clock.GetUtcNow(), cancellationToken);
            if (preview is null)
                return await FailAsync(refused is null ? "" : Sentence(refused), 1);
            await WriteAsync(preview, reading);
            return person is null ? (preview.Count(ListVerdict.Bad) == 0 ? 0 : 1) : await RegisterAsync(preview, sender, person, cancellationToken);
        }

        private async Task<(ListSheet? Sheet, ListReading Reading, int Refusal)> ReadAsync(string file, CancellationToken cancellationToken)
        {
            // A file beyond the limit is not even opened.
            var reading = new FileInfo(file).Length > ListLimits.Bytes ? ListReading.Refused(ListRefusals.TooLarge) : ListFile.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            if (reading.Refusal is { } refusal)
                return (null, reading, await FailAsync($"{options.File}: {Sentence(refusal)}", 1));
            var sheet = options.Sheet is null ? reading.Sheets[0] : reading.Sheets.FirstOrDefault(known => known.Name == options.Sheet);
            if (sheet is null)
                return (null, reading, await FailAsync(text["Command_NoSheet", options.Sheet ?? "", Names(reading)], 2));
            if (options.Sheet is null && reading.Sheets.Count > 1)
                await output.WriteLineAsync(text["Command_MoreSheets", sheet.Name, Names(reading)]);
            return (sheet, reading, 0);
        }

        private async Task WriteAsync(ListPreview preview, ListReading reading)
        {
            if (preview.List.Title.Length > 0)
                await output.WriteLineAsync(preview.List.Title);
            await output.WriteLineAsync(words.Counts(preview));
            foreach (var note in words.Notes(preview, reading.HasOutsideLinks))
                await output.WriteLineAsync(note);
            foreach (var row in preview.Rows)
            {
                var act = row.Row.Act;
                await output.WriteLineAsync(string.Join('\t', text["Row_Number", row.Row.Number], words.Verdict(row.Verdict), row.Row.CaseNumber, row.Row.Subject, row.Row.Proposers, row.Row.Role is { } role ? words.Role(role) : "", DateText.InTable(act?.AssignedOn)));
                foreach (var sentence in words.Sentences(row))
                    await output.WriteLineAsync($"  {sentence}");
            }

            if (words.Others(preview) is { } others)
                await output.WriteLineAsync($"{others}: {string.Join(", ", preview.List.OtherUnits.Select(words.OtherUnit))}");
        }

        private async Task<int> RegisterAsync(ListPreview preview, string sender, Person person, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var outcome = await lists.ConfirmAsync(preview, sender, person.Id, options.IsNotClassified, Guid.NewGuid(), options.AlsoReceives ? OfficeClock.Day(now) : null, now, cancellationToken);
            foreach (var row in outcome.Refused)
                await output.WriteLineAsync(words.Refused(row.Number, row.Reason));
            await output.WriteLineAsync(outcome.Registered.Count == 0 && outcome.Refused.Count == 0 ? text["Done_Nothing"]
                : outcome.Refused.Count > 0 ? text["Done_Partly", outcome.Registered.Count, outcome.Refused.Count]
                : text[options.AlsoReceives ? "Done_Both" : "Done", outcome.Registered.Count]);
            return outcome.Refused.Count == 0 && preview.Count(ListVerdict.Bad) == 0 ? 0 : 1;
        }

        private string Sentence(Proposals.Acts.Refusal refusal) => refusals.Of(refusal) is var note && note.WhatToDo is { } what ? $"{note.What}{what}" : note.What;

        private static string Names(ListReading reading) => string.Join(", ", reading.Sheets.Select(sheet => sheet.Name));

        private async Task<int> FailAsync(string sentence, int code)
        {
            await errors.WriteLineAsync(sentence);
            return code;
        }
    }
}
