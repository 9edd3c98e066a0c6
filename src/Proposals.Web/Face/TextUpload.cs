using Proposals.Acts;
using Proposals.Designer;

namespace Proposals.Web.Face;

/// <summary>A text that was chosen from disk, in UTF-8. What is larger than it may be is refused before it is read whole.</summary>
public static class TextUpload
{
    /// <param name="most">Bytes.</param>
    /// <param name="tooLarge">What is said of more.</param>
    public static async Task<(string Text, Refusal? Refusal)> ReadAsync(IFormFile file, long most, Refusal tooLarge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > most)
            return ("", tooLarge);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return DefinitionShelf.Decode(bytes.ToArray());
    }
}
