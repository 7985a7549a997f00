namespace SurveyCalc.Worker.Work;

/// <summary>A disk without room (空き容量の不足), told from other faults of files.</summary>
internal static class FullDisk
{
    /// <summary>What to do about a run that met it.</summary>
    public const string Remedy = "サーバーのディスクに空きがありません。空きを作れば、次の再試行で続きます。停止していたら、空きを作ってから run-again で再実行してください。";

    /// <summary>ENOSPC, EDQUOT, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, as the runtime hands them on.</summary>
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(Exception fault) => fault is IOException && Codes.Contains(fault.HResult);
}
