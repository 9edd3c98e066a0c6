using Proposals.Intake.Lists;

namespace Proposals.Web.Face;

/// <summary>A table that was chosen from disk. What is larger than any list is refused before it is read whole.</summary>
public static class TableUpload
{
    /// <param name="looks">Which sheets of a workbook are meant; null for those that look like assignment lists.</param>
    public static async Task<ListReading> ReadAsync(IFormFile file, CancellationToken cancellationToken, Func<ListSheet, bool>? looks = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > ListLimits.Bytes)
            return ListReading.Refused(ListRefusals.TooLarge);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        return ListFile.Read(memory.ToArray(), looks);
    }
}
