//! The socket for classifiers that are asked over the network: a text in, how likely it is what.

use std::future::Future;
use std::pin::Pin;

use plantain_core::Category;

/// How likely a text is something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likelihood {
    pub category: Category,
    /// 0 to 1.
    pub score: f32,
}

/// Likelihoods, each category at most once; or why there are none, as the end of a sentence about the classifier.
pub type Classifying<'a> =
    Pin<Box<dyn Future<Output = Result<Vec<Likelihood>, String>> + Send + 'a>>;

/// Says what a text is about.
pub trait Classifier: Send + Sync {
    /// Returns the name of the model.
    fn name(&self) -> &str;

    /// Judges a text. Dropping the future gives up.
    fn classify<'a>(&'a self, text: &'a str) -> Classifying<'a>;
}
