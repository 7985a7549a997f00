namespace SurveyCalc.Indicators.Runs;

/// <summary>Where a run stands (処理の状態). The names are stored; never rename.</summary>
public enum RunState
{
    /// <summary>待機: may be taken from <see cref="Run.NotBefore"/> on; also between two attempts.</summary>
    Waiting,

    /// <summary>実行中: held by a worker under a lease.</summary>
    Running,

    /// <summary>完了.</summary>
    Succeeded,

    /// <summary>不受理: the file has errors; its report says which. Never tried again.</summary>
    Rejected,

    /// <summary>停止: gave up after the last attempt; a person may request it again.</summary>
    Dead,
}
