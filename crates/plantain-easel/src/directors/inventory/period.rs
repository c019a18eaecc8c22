//! The steps of a time axis.

use plantain_read::{Brief, Described};

/// Steps of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Hours,
    Days,
    Months,
    Quarters,
    Years,
}

/// Returns the steps of the time axis that the words speak of.
pub fn period(brief: &Brief, described: Option<&Described>) -> Period {
    let words = described.map_or("", |d| d.words.as_str());
    let prompt = brief.heard();
    for (period, keys) in [
        (
            Period::Hours,
            &[
                "hour",
                "hourly",
                "24h chart",
                "journée",
                "today",
                "intraday",
                "throughout the day",
                "per hour",
            ][..],
        ),
        (
            Period::Days,
            &[
                "weekly", "week", "weekday", "daily", "semana", "semaine", "woche", "per day",
            ],
        ),
        (
            Period::Quarters,
            &["quarter", "quarterly", "trimestre", "quartal"],
        ),
        (
            Period::Years,
            &[
                "yearly",
                "annual",
                "by year",
                "per year",
                "over the years",
                "par an",
                "anual",
            ],
        ),
        (
            Period::Months,
            &["month", "monthly", "mensual", "mensuel", "monat"],
        ),
    ] {
        if keys.iter().any(|k| words.contains(k)) {
            return period;
        }
    }
    for (period, keys) in [
        (
            Period::Hours,
            &[
                "hourly",
                "journée",
                "24 hours",
                "24h",
                "24 h ",
                "intraday",
                "last day",
                "24 std",
                "24 stunden",
                "24 horas",
                "24 heures",
                "24 ore",
                "by hour",
                "per hour",
                "por hora",
                "per ora",
                "par heure",
                "pro stunde",
                "per uur",
                "saat başı",
                "na godzinę",
                "по часам",
                "按小时",
                "時間別",
                "시간별",
            ][..],
        ),
        (
            Period::Days,
            &[
                "weekly",
                "weekday",
                "daily",
                "last week",
                "past week",
                "7 days",
                "per day",
                "mon-sun",
                "mon–sun",
                "mon to sun",
                "monday to sunday",
                "mon-fri",
                "mon–fri",
                "mon to fri",
                "monday to friday",
                "7 tage",
                "7 días",
                "7 jours",
                "7 giorni",
                "7 dias",
                "semanal",
                "hebdomadaire",
                "wöchentlich",
            ],
        ),
        (Period::Quarters, &["quarterly"]),
        (Period::Years, &["yearly", "by year", "per year"]),
    ] {
        if keys.iter().any(|k| prompt.contains(k)) {
            return period;
        }
    }
    Period::Months
}
