using Microsoft.AspNetCore.Authorization;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>拟复函.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DraftPage(ActDesk desk, ReplyWording wording) : LetterForm(desk, wording);
