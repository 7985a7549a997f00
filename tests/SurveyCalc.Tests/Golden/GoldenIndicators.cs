namespace SurveyCalc.Tests.Golden;

/// <summary>The indicators of the reference files: a score, or null outside the base. 8 is don't know, 9 is no answer.</summary>
internal static class GoldenIndicators
{
    public static int? ScoreOf(GoldenTable table, string[] row, string indicator)
    {
        int? Code(string column) => table.Number(row, column);
        static int? Share(bool inBase, bool positive) => inBase ? positive ? 1 : 0 : null;
        static int? Top(int? code, int top) => Share(code is >= 1 and <= 5, code <= top);
        static int? Scale(int? code, Func<int, int> score) => code is >= 1 and <= 5 ? score(code.Value) : null;
        return indicator switch
        {
            "top3_q1" => Top(Code("q1"), 3),
            "top2_q1" => Top(Code("q1"), 2),
            "top2_q1_incdk" => Share(Code("q1") is (>= 1 and <= 5) or 8, Code("q1") <= 2),
            "top2_q1_all" => Share(true, Code("q1") <= 2),
            "top2_q2" => Top(Code("q2"), 2),
            "top2_q3" => Top(Code("q3"), 2),
            "yes_q4" => Share(Code("q4") is 1 or 2, Code("q4") == 1),
            "any_q6" => Share(Code("q6_na") == 0, Code("q6_1") == 1 || Code("q6_3") == 1),
            "q7_ge5" => Share(Code("q7") is not null, Code("q7") >= 5),
            "q8_top2_of_q4yes" => Share(Code("q4") == 1 && Code("q8") is >= 1 and <= 5, Code("q8") <= 2),
            "top2_s1" => Top(Code("s1"), 2),
            "yes_s2" => Share(Code("s2") is 1 or 2, Code("s2") == 1),
            "h_ge20" => Share(Code("s3") is not null, Code("s3") >= 20),
            "mean_q1_5to1" => Scale(Code("q1"), code => 6 - code),
            "wavg_q1_p2m2" => Scale(Code("q1"), code => 3 - code),
            "wavg_q3_p2m2" => Scale(Code("q3"), code => 3 - code),
            "wavg_s1" => Scale(Code("s1"), code => 3 - code),
            "net_q1" => Scale(Code("q1"), code => Math.Sign(3 - code)),
            "net_q3" => Scale(Code("q3"), code => Math.Sign(3 - code)),
            "mean_q7" => Code("q7"),
            "sw" => Yes("sch.wide"),
            "ci" => Yes("comp.imp"),
            "aw" => Yes("awards"),
            "bo" => Yes("both"),
            "lo" => Share(true, Code("api00") < 600),
            "api00" or "api99" or "enroll" or "meals" or "HI_CHOL" => Code(indicator),
            _ => throw new NotSupportedException($"The runner has no indicator {indicator}."),
        };

        int? Yes(string column) => Share(true, table.Text(row, column) == "Yes");
    }

    /// <summary>True when a row belongs to a domain: all, or column=value.</summary>
    public static bool IsIn(GoldenTable table, string[] row, string domain) =>
        domain == "all" || (domain.Split('=') is [var column, var value] && table.Text(row, column) == value);
}
