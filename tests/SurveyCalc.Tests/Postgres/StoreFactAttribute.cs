using Xunit.Abstractions;
using Xunit.Sdk;

namespace SurveyCalc.Tests.Postgres;

/// <summary>
/// A fact of a contract that several stores keep. Where its class <see cref="NeedsPostgresAttribute"/> and there is none,
/// it is skipped with a message, but fails when CI=true.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SurveyCalc.Tests.Postgres.StoreFactDiscoverer", "SurveyCalc.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A theory of such a contract, skipped alike.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SurveyCalc.Tests.Postgres.StoreTheoryDiscoverer", "SurveyCalc.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>A class of tests on a real PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute
{
    /// <summary>Why its tests are skipped; null when they run (and fail, in CI, without a server).</summary>
    public static string? Skip { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresServer.Missing;
}

/// <summary>A fact of its own on a real PostgreSQL.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = NeedsPostgresAttribute.Skip;
}

/// <summary>Skips what is found in a class that needs a server which is not there; a method's attribute cannot know.</summary>
internal static class StoreDiscovery
{
    public static bool IsSkipped(ITestMethod method) =>
        NeedsPostgresAttribute.Skip is not null && method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any();

    public sealed class Skipped : XunitTestCase
    {
        [Obsolete("For the runner alone.")]
        public Skipped()
        {
        }

        public Skipped(IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method)
            : base(sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
        {
        }

        protected override string GetSkipReason(IAttributeInfo factAttribute) => NeedsPostgresAttribute.Skip ?? "PostgreSQL is missing.";
    }
}

/// <inheritdoc cref="StoreFactAttribute"/>
public sealed class StoreFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        StoreDiscovery.IsSkipped(testMethod)
            ? [new StoreDiscovery.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod)]
            : base.Discover(discoveryOptions, testMethod, factAttribute);
}

/// <inheritdoc cref="StoreTheoryAttribute"/>
public sealed class StoreTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        StoreDiscovery.IsSkipped(testMethod)
            ? [new StoreDiscovery.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
