using System.CommandLine;
using SurveyCalc.Indicators.Access;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>--scope read,upload,operate</c>: what a key or an account may do (権限).</summary>
internal static class ScopeOption
{
    public static Option<AccessScope> Create() => new("--scope")
    {
        Description = "権限をコンマで区切って: read(閲覧)、upload(取込)、operate(運用)。",
        HelpName = "権限",
        Required = true,
        CustomParser = result =>
        {
            var scopes = AccessScope.None;
            foreach (var text in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (text is "read") scopes |= AccessScope.Read;
                else if (text is "upload") scopes |= AccessScope.Upload;
                else if (text is "operate") scopes |= AccessScope.Operate;
                else result.AddError($"--scope の「{text}」は使えません。read、upload、operate をコンマで区切って書いてください。");
            }

            return scopes;
        },
    };
}
