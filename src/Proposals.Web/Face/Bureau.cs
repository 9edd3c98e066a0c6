namespace Proposals.Web.Face;

/// <summary>Whose installation this is.</summary>
public sealed class Bureau(IConfiguration configuration)
{
    public string Name => configuration["Bureau:Name"] is { Length: > 0 } name ? name : "云澜区经贸旅游局";
}
