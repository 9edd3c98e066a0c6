namespace Proposals.Acts;

/// <summary>Why an act was not done: a stable code and its arguments, worded by the face in the reader's language. Never an exception.</summary>
public sealed record Refusal(string Code, params IReadOnlyList<object?> Arguments);
