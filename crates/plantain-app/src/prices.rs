//! What pictures cost: a book of prices by model, operation and size, dated and with its source.

use plantain_core::{Error, ErrorKind, ImageRequest, SizeHint, Subject, Tier};
use plantain_store::Micro;

use crate::export::time;

/// Public prices of the hosted services, as a preset: US dollars for one picture.
const PUBLIC: &str = include_str!("prices/public.tsv");
/// Stands for every model or operation in a line of the book.
const ANY: &str = "*";

/// One line of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// Public name of a model, or `*`.
    pub model: String,
    /// "generate", "edit", "render", or `*`.
    pub operation: String,
    /// None: every size.
    pub tier: Option<Tier>,
    /// For one picture.
    pub amount: Micro,
    /// Where the figure comes from.
    pub source: String,
    /// Day from which it holds ("2026-10-06", UTC); empty: always.
    pub since: String,
}

/// What a model costs that the book does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unpriced {
    /// Nothing: right where the owner pays nobody, as with the embedded engine.
    #[default]
    Free,
    /// The request is refused, so that nothing is given away by mistake.
    Refuse,
}

/// The prices of a server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PriceBook {
    prices: Vec<Price>,
    unpriced: Unpriced,
}

impl Unpriced {
    /// Returns what is meant, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        match name {
            "free" => Ok(Self::Free),
            "refuse" => Ok(Self::Refuse),
            _ => Err(Error::invalid(
                "invalid_unpriced",
                field,
                name,
                "must be free or refuse",
            )),
        }
    }
}

/// A line of the book as it was typed; what is left out stands for every model, operation or size.
#[derive(Debug, Clone, Default)]
pub struct PriceWish {
    pub model: Option<String>,
    pub operation: Option<String>,
    pub size: Option<String>,
    pub amount: String,
    pub since: Option<String>,
    pub source: Option<String>,
}

impl PriceWish {
    /// Returns the line, or an error that names what is wrong as `field` calls it.
    pub fn check(self, field: &dyn Fn(&str) -> String) -> Result<Price, Error> {
        let named = |name: &str, error: Error| {
            let message = error.message.replacen(name, &field(name), 1);
            let mut error = error.with_field(field(name));
            error.message = message.into();
            error
        };
        let operation = self.operation.unwrap_or_else(|| ANY.to_owned());
        if ![ANY, "generate", "edit", "render"].contains(&operation.as_str()) {
            let remedy = "must be generate, edit, render or *";
            let error = Error::invalid("invalid_operation", field("operation"), operation, remedy);
            return Err(error);
        }
        let tier = self.size.filter(|size| size != ANY);
        let tier = tier.map(|size| Tier::parse("size", &size)).transpose();
        let since = self.since.unwrap_or_default();
        if !since.is_empty() && (time("since", &since).is_err() || !since.contains('-')) {
            let remedy = "must be a day such as 2026-11-21";
            return Err(Error::invalid("invalid_day", field("since"), since, remedy));
        }
        Ok(Price {
            model: self.model.unwrap_or_else(|| ANY.to_owned()),
            operation,
            tier: tier.map_err(|error| named("size", error))?,
            amount: Micro::parse("amount", &self.amount).map_err(|error| named("amount", error))?,
            source: self.source.unwrap_or_default(),
            since,
        })
    }
}

impl PriceBook {
    /// Returns a book with these lines.
    pub fn new(prices: Vec<Price>, unpriced: Unpriced) -> Self {
        Self { prices, unpriced }
    }

    /// Returns the public prices of the hosted services, with refusal of whatever they do not name.
    pub fn public() -> Result<Self, Error> {
        Ok(Self::new(
            parse("the public prices", PUBLIC)?,
            Unpriced::Refuse,
        ))
    }

    pub fn prices(&self) -> &[Price] {
        &self.prices
    }

    /// Returns what every picture of the request costs together.
    ///
    /// The most exact line counts: one that names the model before one for all, then one that names the operation, then
    /// one that names the size; among equals the latest that holds on the day (`today`, "2026-11-21"), and then the last of
    /// the book.
    pub fn price(&self, request: &ImageRequest, today: &str) -> Result<Micro, Error> {
        let model = request.model.as_str();
        let operation = match request.subject {
            Subject::Prompt(_) => "generate",
            Subject::Scene(_) => "render",
            Subject::Edit(_) => "edit",
        };
        let tier = tier_of(request);
        let fits = |price: &&Price| {
            (price.model == ANY || price.model.eq_ignore_ascii_case(model))
                && (price.operation == ANY || price.operation == operation)
                && price.tier.is_none_or(|only| only == tier)
                && price.since.as_str() <= today
        };
        let exactness = |price: &Price| {
            (
                price.model != ANY,
                price.operation != ANY,
                price.tier.is_some(),
            )
        };
        let better = |one: &&Price, other: &&Price| {
            let exact = exactness(one).cmp(&exactness(other));
            exact.then_with(|| one.since.cmp(&other.since))
        };
        match self.prices.iter().filter(fits).max_by(better) {
            Some(price) => Ok(Micro(price.amount.0 * i64::from(request.count.get()))),
            None if self.unpriced == Unpriced::Free => Ok(Micro::ZERO),
            None => Err(Error::new(
                ErrorKind::Forbidden,
                "unpriced_model",
                format!(
                    "The model {model:?} has no price for {operation} at {tier} here; ask for another model or size, or have the owner add it to the price book."
                ),
            )),
        }
    }
}

/// Returns the tier that a picture of the request is priced as: the smallest that is at least as large.
fn tier_of(request: &ImageRequest) -> Tier {
    let pixels = request.size.resolve(&SizeHint::default()).pixels();
    let holds = |tier: &Tier| pixels <= u64::from(tier.side()) * u64::from(tier.side()) * 9 / 8;
    Tier::ALL.into_iter().find(holds).unwrap_or(Tier::K4)
}

/// Reads lines of model, operation, size, dollars, day and source, parted by tabs; `#` begins a comment.
fn parse(field: &'static str, table: &str) -> Result<Vec<Price>, Error> {
    let lines = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let prices = lines.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [model, operation, tier, amount, since, source] = columns[..] else {
            return Err(Error::internal(format_args!("{field}: {line:?}")));
        };
        Ok(Price {
            model: model.to_owned(),
            operation: operation.to_owned(),
            tier: (tier != ANY)
                .then(|| Tier::parse("tier", tier))
                .transpose()?,
            amount: Micro::parse("amount", amount)?,
            source: source.to_owned(),
            since: since.to_owned(),
        })
    });
    prices.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::{Count, ModelId, PixelSize, Prompt, SizeSpec};

    const TODAY: &str = "2026-11-21";

    fn request(model: &str, size: (u64, u64), count: i64) -> ImageRequest {
        let prompt = Prompt::new("prompt", "a pear").unwrap();
        let mut request = ImageRequest::new(ModelId::new("model", model).unwrap(), prompt);
        request.size = SizeSpec::exact(PixelSize::new("size", size.0, size.1).unwrap());
        request.count = Count::new("count", count).unwrap();
        request
    }

    #[test]
    fn public_prices_are_those_that_were_published() {
        let book = PriceBook::public().unwrap();
        for (model, size, count, micro) in [
            ("gemini-3.1-flash-image-preview", (512, 512), 1, 45_000),
            ("gemini-3.1-flash-image-preview", (1024, 1024), 2, 134_000),
            ("gemini-3.1-flash-image", (1376, 768), 1, 67_000),
            ("gemini-3-pro-image", (4096, 4096), 1, 240_000),
            ("fal-ai/nano-banana-2", (1024, 1024), 1, 80_000),
            ("fal-ai/nano-banana-2", (3840, 2160), 1, 160_000),
        ] {
            let price = book.price(&request(model, size, count), TODAY).unwrap();
            assert_eq!(price, Micro(micro), "{model} {size:?}");
        }
        let refused = book
            .price(&request("unheard-of", (512, 512), 1), TODAY)
            .unwrap_err();
        assert_eq!(refused.code, "unpriced_model");
    }

    #[test]
    fn the_most_exact_line_counts_and_silence_is_free_by_default() {
        let line = |model: &str, operation: &str, tier, micro| Price {
            model: model.into(),
            operation: operation.into(),
            tier,
            amount: Micro(micro),
            source: String::new(),
            since: String::new(),
        };
        let book = PriceBook::new(
            vec![
                line("*", "*", None, 1),
                line("*", "edit", None, 2),
                line("easel", "*", None, 3),
                line("easel", "*", Some(Tier::K4), 4),
            ],
            Unpriced::Refuse,
        );
        let price = |model, size| book.price(&request(model, size, 1), TODAY).unwrap().0;
        assert_eq!(price("other", (512, 512)), 1);
        assert_eq!(price("Easel", (512, 512)), 3);
        assert_eq!(price("easel", (4096, 4096)), 4);
        let free = PriceBook::default();
        assert_eq!(
            free.price(&request("any", (512, 512), 4), TODAY).unwrap(),
            Micro::ZERO
        );
    }

    #[test]
    fn a_price_holds_from_its_day_on() {
        let line = |since: &str, micro| Price {
            model: "easel".into(),
            operation: ANY.into(),
            tier: None,
            amount: Micro(micro),
            source: String::new(),
            since: since.into(),
        };
        let lines = vec![line("2026-11-01", 2), line("", 1), line("2026-12-01", 3)];
        let book = PriceBook::new(lines, Unpriced::Refuse);
        for (today, micro) in [("2026-10-31", 1), ("2026-11-01", 2), ("2027-01-01", 3)] {
            let price = book.price(&request("easel", (512, 512), 1), today);
            assert_eq!(price.unwrap(), Micro(micro), "{today}");
        }
    }
}
