using Proposals.Reply;

namespace Proposals.Web.Pages.Handling;

/// <summary>Who has the reply of one round and who has not, as the case page lists it.</summary>
public sealed record DeliveryState(CasePage Page, DeliveryChecklist List);
