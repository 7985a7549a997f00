using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    [StoreFact]
    public async Task A_confirmed_actual_stays_and_the_difference_is_reported_once()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        var before = Json(await store.GetActualsAsync(allRevisions: true, None));
        var appended = await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None);
        Assert.Empty(appended.Written);
        var report = Assert.Single(appended.Differences);
        Assert.Equal((2, 55.20m, "f2", 0), (report.Revision, report.Confirmed, report.Recomputed.Fingerprint, report.Recomputed.Revision));
        var again = await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None);
        Assert.Empty(again.Differences);
        await RestartAsync();
        Assert.Equal(CanonicalJson.Write(report), CanonicalJson.Write((await store.GetDifferencesAsync(None)).Single()));
        Assert.Equal(before, Json(await store.GetActualsAsync(allRevisions: true, None)));
    }

    [StoreFact]
    public async Task A_released_actual_has_its_fingerprint_still_and_the_same_computation_writes_nothing()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        var again = await store.AppendActualsAsync([Actual("I1", Wave())], None);
        Assert.Empty(again.Written);
        Assert.Empty(again.Differences);
        Assert.Equal([Status.Preliminary, Status.Final], (await store.GetActualsAsync(allRevisions: true, None)).Select(a => a.Status));
    }

    [StoreFact]
    public async Task Each_other_outcome_is_a_report_of_its_own()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        foreach (var fingerprint in (string[])["f2", "f3", "f2", "f1"]) await store.AppendActualsAsync([Actual("I1", Wave(), fingerprint)], None);
        Assert.Equal(["f2", "f3"], (await store.GetDifferencesAsync(None)).Select(d => d.Recomputed.Fingerprint));
    }

    [StoreFact]
    public async Task Writers_at_once_never_put_a_preliminary_revision_over_a_confirmed_one()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await using var other = await ReopenAsync();
        var release = Final((await store.GetActualsAsync(allRevisions: false, None)).Single());
        var attempts = Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? Task.Run(() => other.ConfirmActualsAsync([release], None))
            : store.AppendActualsAsync([Actual("I1", Wave(), $"f{i}")], None)).ToList();
        foreach (var attempt in attempts)
            if (await Record.ExceptionAsync(() => attempt) is { } fault) Assert.IsAssignableFrom<OperatorException>(fault);
        var revisions = await store.GetActualsAsync(allRevisions: true, None);
        Assert.Equal(Enumerable.Range(1, revisions.Count), revisions.Select(a => a.Revision));
        Assert.DoesNotContain(revisions.SkipWhile(a => a.Status is Status.Preliminary), a => a.Status is Status.Preliminary);
        Assert.Empty((await new VerifyRecords(store).RunAsync(null, None)).Findings);
    }

    [StoreFact]
    public async Task A_release_of_what_is_no_longer_the_latest_is_refused_with_its_message()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        var seen = (await store.GetActualsAsync(allRevisions: false, None)).Single();
        await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => store.ConfirmActualsAsync([Final(seen)], None));
        Assert.Equal(
            "I1 市民意識調査 令和2年度は、ほかの処理が先に改訂しました(今は第2版・速報)。actuals で確かめて、もう一度実行してください。何も変えていません。",
            refusal.Message);
    }

    [StoreFact]
    public async Task Releases_are_written_together_or_not_at_all()
    {
        await store.AppendActualsAsync([Actual("I1", Wave()), Actual("I2", Wave())], None);
        var latest = await store.GetActualsAsync(allRevisions: false, None);
        await Assert.ThrowsAsync<OperatorException>(
            () => store.ConfirmActualsAsync([Final(latest[0]), Final(latest[1]) with { Revision = 9 }], None));
        Assert.All(await store.GetActualsAsync(allRevisions: true, None), a => Assert.Equal(Status.Preliminary, a.Status));
    }

    [StoreFact]
    public async Task A_release_cannot_bring_another_figure_along()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        var final = Final((await store.GetActualsAsync(allRevisions: false, None)).Single());
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.ConfirmActualsAsync([final with { Figure = final.Figure! with { Printed = 60.0m } }], None));
    }

    [StoreFact]
    public async Task Only_a_preliminary_actual_is_appended_as_computed()
    {
        var final = Actual("I1", Wave()) with { Status = Status.Final };
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendActualsAsync([final], None));
    }

    [StoreFact]
    public async Task A_proposal_comes_back_and_a_new_one_takes_the_next_number()
    {
        var recomputed = await DifferAsync();
        var first = await store.ProposeCorrectionAsync(Proposal(recomputed, 2), None);
        var second = await store.ProposeCorrectionAsync(Proposal(recomputed, 2, "別の人"), None);
        await RestartAsync();
        Assert.Equal(
            new[] { first, second }.Select(CanonicalJson.Write), (await store.GetProposalsAsync(None)).Select(CanonicalJson.Write));
        Assert.Equal((1, 2), (first.Number, second.Number));
    }

    [StoreFact]
    public async Task A_proposal_against_a_preliminary_or_an_older_revision_is_refused()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        var preliminary = await Assert.ThrowsAsync<OperatorException>(
            () => store.ProposeCorrectionAsync(Proposal(Actual("I1", Wave(), "f2"), 1), None));
        Assert.StartsWith("I1 市民意識調査 令和2年度はまだ速報です(第1版)。", preliminary.Message, StringComparison.Ordinal);
        await ConfirmAsync(store);
        var older = await Assert.ThrowsAsync<OperatorException>(
            () => store.ProposeCorrectionAsync(Proposal(Actual("I1", Wave(), "f2"), 1), None));
        Assert.Contains("ほかの処理が先に改訂しました", older.Message, StringComparison.Ordinal);
        Assert.Empty(await store.GetProposalsAsync(None));
    }

    [StoreFact]
    public async Task A_correction_needs_the_proposal_that_counts()
    {
        var recomputed = await DifferAsync();
        var first = await store.ProposeCorrectionAsync(Proposal(recomputed, 2), None);
        var second = await store.ProposeCorrectionAsync(Proposal(recomputed, 2, "別の人"), None);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => store.ConfirmActualsAsync([Corrected(first)], None));
        Assert.Contains("ほかの訂正案に置き換わったか、すでに処理されています", refusal.Message, StringComparison.Ordinal);
        await store.ConfirmActualsAsync([Corrected(second)], None);
        var latest = (await store.GetActualsAsync(allRevisions: false, None)).Single();
        Assert.Equal((3, Status.Corrected, "別の人", "承認者", "f2"), (latest.Revision, latest.Status, latest.By, latest.ApprovedBy, latest.Fingerprint));
        await Assert.ThrowsAsync<OperatorException>(() => store.ConfirmActualsAsync([Corrected(second)], None));
    }

    [StoreFact]
    public async Task A_correction_without_a_proposal_or_an_approver_is_refused()
    {
        var proposal = Proposal(await DifferAsync(), 2);
        await Assert.ThrowsAsync<OperatorException>(() => store.ConfirmActualsAsync([Corrected(proposal)], None));
        await store.ProposeCorrectionAsync(proposal, None);
        await Assert.ThrowsAsync<ArgumentException>(() => store.ConfirmActualsAsync([Corrected(proposal) with { ApprovedBy = " " }], None));
        Assert.Equal(2, (await store.GetActualsAsync(allRevisions: true, None)).Count);
    }

    [StoreFact]
    public async Task A_corrected_actual_stays_as_a_final_one_does()
    {
        var proposal = await store.ProposeCorrectionAsync(Proposal(await DifferAsync(), 2), None);
        await store.ConfirmActualsAsync([Corrected(proposal)], None);
        var appended = await store.AppendActualsAsync([Actual("I1", Wave(), "f1"), Actual("I1", Wave(), "f2")], None);
        Assert.Empty(appended.Written);
        Assert.Equal((3, "f1"), appended.Differences.Select(d => (d.Revision, d.Recomputed.Fingerprint)).Single());
    }

    [StoreFact]
    public async Task Every_revision_extends_one_chain_without_gaps()
    {
        await store.AppendActualsAsync([Actual("I2", Wave()), Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        await store.AppendActualsAsync([Actual("I1", Wave(year: 2021))], None);
        var records = await store.GetRecordsAsync(None);
        Assert.Equal(Enumerable.Range(1, 5).Select(i => (long)i), records.Chain.Select(l => l.Sequence));
        Assert.Equal(records.Actuals.Select(a => a.Id), records.Chain.Select(l => l.ActualId));
        var previous = new string('0', 64);
        foreach (var (link, actual) in records.Chain.Zip(records.Actuals))
        {
            Assert.Equal((previous, CanonicalJson.Hash(previous + "\n" + actual.Body)), (link.PreviousHash, link.Hash));
            previous = link.Hash;
        }
    }

    [StoreFact]
    public async Task What_writes_nothing_leaves_the_chain()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        var head = (await store.GetRecordsAsync(None)).Chain;
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        Assert.Equal(head, (await store.GetRecordsAsync(None)).Chain);
    }

    /// <summary>A confirmed actual whose inputs changed; returns what they give now.</summary>
    private async Task<Actual> DifferAsync()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await ConfirmAsync(store);
        return (await store.AppendActualsAsync([Actual("I1", Wave(), "f2")], None)).Differences.Single().Recomputed;
    }
}
