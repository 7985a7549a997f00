using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Weighting;

/// <summary>The same raking and three of the indicators by R's survey package, when it is installed.</summary>
internal static class RSurvey
{
    /// <summary>Indicators estimated by R, which takes long; the sums of their estimates are comparable.</summary>
    public const int Indicators = 3;

    // Reads columns and populations from the folder; prints its own seconds.
    private const string Script = """
        folder <- commandArgs(TRUE)[1]
        if (!requireNamespace("survey", quietly = TRUE)) { cat("R survey: the package is not installed\n"); quit(status = 0) }
        suppressPackageStartupMessages(library(survey))
        now <- function() proc.time()[["elapsed"]]
        d <- read.csv(file.path(folder, "rows.csv")); p <- read.csv(file.path(folder, "population.csv"))
        margin <- function(name) setNames(p[p$margin == name, c("category", "Freq")], c(name, "Freq"))
        names <- c("sex", "age", "district")
        start <- now()
        s <- rake(svydesign(ids = ~1, weights = ~one, data = transform(d, one = 1), fpc = rep(sum(margin("sex")$Freq), nrow(d))),
                  lapply(names, function(n) as.formula(paste0("~", n))), lapply(names, margin), control = list(maxit = 100, epsilon = 1e-9))
        cat(sprintf("R survey, raking           %9.3f s\n", now() - start))
        start <- now(); asked <- 0; total <- 0
        for (q in grep("^q", names(d), value = TRUE)) {
          f <- as.formula(paste0("~", q))
          # The logit interval fits a binomial model, which warns of weighted counts that are not whole.
          total <- total + as.numeric(suppressWarnings(svyciprop(f, s, method = "logit"))); asked <- asked + 1
          for (n in names) { b <- suppressWarnings(svyby(f, as.formula(paste0("~", n)), s, svyciprop, vartype = "ci", method = "logit")); asked <- asked + nrow(b); total <- total + sum(b[[q]]) }
        }
        el <- now() - start
        cat(sprintf("R survey, estimates        %9.3f s   %.0f µs each; %d estimates, sum %.9f\n", el, 1e6 * el / asked, asked, total))
        """;

    public static void Run(WeightedSample sample, TextWriter writer)
    {
        var folder = Directory.CreateTempSubdirectory("surveycalc-bench");
        try
        {
            WriteData(sample, folder.FullName);
            var start = new ProcessStartInfo("Rscript") { RedirectStandardInput = true, RedirectStandardOutput = true };
            foreach (var argument in new[] { "-", folder.FullName })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            process.StandardInput.Write(Script);
            process.StandardInput.Close();
            writer.Write(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            if (process.ExitCode != 0)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R survey: ended with exit code {process.ExitCode}"));
        }
        catch (Win32Exception)
        {
            writer.WriteLine("R survey: Rscript is not installed, nothing to compare with");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WriteData(WeightedSample sample, string folder)
    {
        var questions = Math.Min(Indicators, sample.Answers.Length);
        using var rows = new StreamWriter(Path.Combine(folder, "rows.csv"));
        rows.WriteLine(string.Join(',', [.. WeightedSample.Names, .. Enumerable.Range(1, questions).Select(q => "q" + q.ToString(CultureInfo.InvariantCulture))]));
        for (var i = 0; i < sample.Attributes[0].Length; i++)
            rows.WriteLine(string.Join(',', [.. sample.Attributes.Select(column => column[i]), .. sample.Answers.Take(questions).Select(column => column[i] >= 3 ? 1 : 0)]));

        using var population = new StreamWriter(Path.Combine(folder, "population.csv"));
        population.WriteLine("margin,category,Freq");
        for (var a = 0; a < sample.Populations.Length; a++)
        {
            for (var k = 0; k < sample.Populations[a].Length; k++)
                population.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{WeightedSample.Names[a]},{k},{sample.Populations[a][k]}"));
        }
    }
}
