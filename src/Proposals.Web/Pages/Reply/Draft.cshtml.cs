using Microsoft.AspNetCore.Authorization;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Reply;

/// <summary>拟复函.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DraftPage(ActDesk desk, ReplyWording wording, Bureau bureau) : LetterForm(desk, wording, bureau);
