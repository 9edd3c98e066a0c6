using Microsoft.Extensions.Localization;
using Proposals.Operations;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Operations;

namespace Proposals.Web.CommandLine;

/// <summary>What backup, restore and verify say alike.</summary>
internal sealed class BackupWords(IStringLocalizer<HealthText> text, RefusalWords refusals)
{
    public IStringLocalizer<HealthText> Text => text;

    /// <summary>A file, and the one word that may stand before or behind it; null for anything else.</summary>
    public static (string File, bool HasWord)? Arguments(string[] args, string word)
    {
        var rest = args.Skip(1).Where(argument => argument != word).ToList();
        return rest is [{ Length: > 0 } file] && !file.StartsWith('-') && args.Count(argument => argument == word) is var words and <= 1 ? (file, words == 1) : null;
    }

    public async Task<int> RefuseAsync(Proposals.Acts.Refusal? refusal, TextWriter errors)
    {
        if (refusal is not null && refusals.Of(refusal) is var note)
            await errors.WriteLineAsync($"{note.What}{note.WhatToDo}");
        return 1;
    }

    public async Task DescribeAsync(BackupNote note, TextWriter output)
    {
        await output.WriteLineAsync(text["Command_At", HealthWords.Moment(note.At)]);
        await output.WriteLineAsync(text["Command_Holds", note.Cases, note.Acts]);
        await output.WriteLineAsync(text["Command_Size", HealthWords.Size(note.Bytes), note.Bytes]);
        await output.WriteLineAsync(text["Command_Schema", note.Schema]);
        await output.WriteLineAsync(text["Command_Sha", note.Sha256]);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> JudgeAsync(CheckReport check, TextWriter output, TextWriter errors)
    {
        foreach (var chain in check.BadChains)
            await errors.WriteLineAsync(text["Command_BadChain", chain.Subject, chain.Number]);
        foreach (var file in check.BadFiles)
            await errors.WriteLineAsync(text["Command_BadFile", file]);
        foreach (var row in check.LooseRows)
            await errors.WriteLineAsync(text["Command_Loose", row]);
        if (!check.IsWhole)
            return 1;
        await output.WriteLineAsync(text["Command_Whole", check.Chains, check.Entries, check.Files]);
        return 0;
    }
}
