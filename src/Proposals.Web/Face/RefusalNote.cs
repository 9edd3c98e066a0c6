namespace Proposals.Web.Face;

/// <summary>Why an act was refused and what to do about it, both already in the person's language. Drawn by the partial _Refusal.</summary>
public sealed record RefusalNote(string What, string? WhatToDo = null);
