using Microsoft.Extensions.Options;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>The parts of the delivery, for the composition.</summary>
internal static class WebhookServices
{
    /// <summary>The delivery itself, for the service.</summary>
    public static IServiceCollection AddWebhookDelivery(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DeliveryPolicy(Options(provider).WebhookAttempts));
        services.AddSingleton(provider => AllowedHosts.Of(Options(provider).WebhookHosts));
        services.AddSingleton(provider => WebhookSettings.Destinations(Options(provider)));
        services.AddSingleton(provider => new WebhookSender(
            provider.GetRequiredService<AllowedHosts>(), provider.GetRequiredService<DeliveryPolicy>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<DeliveryService>();
    }

    private static SurveyCalcOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<SurveyCalcOptions>>().Value;
}
