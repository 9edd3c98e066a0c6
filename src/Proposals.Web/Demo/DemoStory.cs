using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Web.Demo;

/// <summary>The ordinary path of one demo case, in the words of the office; the cases say only what is special about them.</summary>
internal sealed partial class DemoStory(DemoSchedule schedule, DemoCalendar calendar, DemoCase subject, DateOnly assigned)
{
    private const string Clerk = "许婧";
    private const string Director = "俞敏";
    private const string Principal = "沈立群";

    public required string Handler { get; init; }

    public required string Head { get; init; }

    public required string Leader { get; init; }

    public required string Department { get; init; }

    public DateOnly Day(int workingDaysAfterAssignment) => calendar.After(assigned, workingDaysAfterAssignment);

    public void Registered(DateOnly on, RegisterCase registration) => schedule.On(on, 20, subject, Clerk, _ => registration);

    public void Received(DateOnly on) => schedule.On(on, 40, subject, Clerk, _ => new ReceiveCase());

    public void ReceiptCorrected(DateOnly on, DateOnly to, string reason) => schedule.On(on, 300, subject, Clerk, _ => new CorrectReceipt(reason, to));

    public void AllocationProposed(DateOnly on, string opinion) =>
        schedule.On(on, 60, subject, Director, _ => new ProposeAllocation(schedule.Department(Department)) { Opinion = opinion });

    public void AllocationApproved(DateOnly on, bool onPaper = false)
    {
        if (onPaper)
        {
            schedule.On(on, 200, subject, Clerk, _ => new DecideAllocation(true) { Opinion = "同意。" }, Leader, on, schedule.NextPaper("纸质签批单"));
            return;
        }

        schedule.On(on, 90, subject, Leader, _ => new DecideAllocation(true) { Opinion = "同意拟办意见。" });
    }

    public void Accepted(DateOnly on) => schedule.On(on, 120, subject, Head, _ => new AcceptAndName(schedule.Id(Handler)));

    /// <summary>工作交接.</summary>
    public void HandedOver(DateOnly on, string successor, string reason) =>
        schedule.On(on, 380, subject, Director, _ => new TransferCase(schedule.Id(Handler), schedule.Id(successor), reason));

    /// <param name="recordedOn">When it was entered, where that is not the same day.</param>
    public void Met(DateOnly on, ContactKind kind, string place, string points, string agreed, string? withLeader = null, DateOnly? recordedOn = null)
    {
        var proof = kind is ContactKind.Phone or ContactKind.Online or ContactKind.Letter ? null : schedule.NextPaper("面商照片");
        var staff = withLeader is null ? new[] { schedule.Id(Handler) } : [schedule.Id(Handler), schedule.Id(withLeader)];
        schedule.On(recordedOn ?? on, 330, subject, Handler, known =>
            new RecordConsultation(kind, points)
            {
                Place = place,
                Agreed = agreed,
                OurIdeas = "说明已开展的工作和下一步打算，听取意见。",
                ProposersPresent = [known.ProposerIds[0]],
                StaffPresent = staff,
                Proofs = proof is null ? [] : [proof.Id],
            }, occurredOn: on, proof: proof);
    }

    public void Submitted(DateOnly on, string resultClass, string body, bool promisesMoney = false, params IReadOnlyList<Promise> promises) =>
        schedule.On(on, 150, subject, Handler, _ => new SubmitReply(resultClass, body)
        {
            PromisesMoney = promisesMoney,
            Commitments = promises,
            ContactPerson = Handler,
            ContactPhone = "0571-0000 0000",
        });

    public void HeadSays(DateOnly on, bool agrees, string opinion) => schedule.On(on, 180, subject, Head, _ => new ReviewByHead(agrees) { Opinion = opinion });

    public void OfficeSays(DateOnly on, bool agrees, string opinion) => schedule.On(on, 210, subject, Director, _ => new ReviewByOffice(agrees) { Opinion = opinion });

    public void LeaderSigns(DateOnly on) => schedule.On(on, 240, subject, Leader, _ => new ReviewByDeputy(true) { Opinion = "同意。" });

    public void PrincipalSigns(DateOnly on) => schedule.On(on, 260, subject, Principal, _ => new SignReply(true) { Opinion = "同意，请抓好落实。" });

    public void Sealed(DateOnly on) => schedule.On(on, 290, subject, Clerk, _ => new NumberAndSeal { DocumentNumber = schedule.NextNumber(on.Year) });

    public void Delivered(DateOnly on, string by) =>
        schedule.On(on, 350, subject, Handler, known => new RecordDelivery(known.ProposerIds, DeliveryWay.HandedOver) { HandedOverById = schedule.Id(by) });

    /// <summary>抄送 to everybody on the list; the upload is what one forgets.</summary>
    public void Copied(DateOnly on, string assigningBody, bool isUploaded = true) => schedule.On(on, 360, subject, Clerk, _ => new RecordCopies(
    [
        new CopyEntry(assigningBody, CopyWay.Paper),
        new CopyEntry("区政府督查室", CopyWay.Paper),
        .. isUploaded ? new[] { new CopyEntry(assigningBody, CopyWay.Uploaded) } : [],
    ]));

    public void Answered(DateOnly on, Rating attitude, Rating result, string comments)
    {
        var scan = schedule.NextPaper("征询意见表");
        schedule.On(on, 380, subject, Clerk, known => new RecordFeedback(known.ProposerIds[0], attitude, result, scan.Id) { Comments = comments }, proof: scan);
    }

    public void Urged(DateOnly on, string whom, string text) => schedule.On(on, 100, subject, Clerk, _ => new UrgeByPhone(whom, text));

    public void Archived(DateOnly on) => schedule.On(on, 410, subject, Clerk, _ => new CloseAndArchive());

    /// <summary>Registration to a named handler, on the days an orderly office takes.</summary>
    public void Opened(RegisterCase registration, bool allocatedOnPaper = false)
    {
        Registered(Day(1), registration);
        Received(Day(1));
        AllocationProposed(Day(2), $"建议由{Department}办理，请{Leader}同志审定。");
        AllocationApproved(Day(4), allocatedOnPaper);
        Accepted(Day(5));
    }
}
