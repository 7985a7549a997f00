namespace SurveyCalc.Worker.Output;

/// <summary>Form of a result (出力形式).</summary>
internal enum OutputFormat
{
    Table,
    Csv,
    Json,
}
