namespace SurveyCalc.Tests.Demo;

/// <summary>
/// How the columns of a file are named. The number on paper changes between waves, the question id does not.
/// </summary>
internal enum DemoNumbering
{
    /// <summary>Two header rows: 「問1 市の取り組みの満足度」 over 「防災への取り組み」.</summary>
    TwoRows,

    /// <summary>Codes of a data-entry bureau: <c>Q1_10</c>.</summary>
    Codes,

    /// <summary>Question texts of a form: 「問2-10 防災への取り組み」.</summary>
    Texts,
}
