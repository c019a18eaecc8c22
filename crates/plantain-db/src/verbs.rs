//! The verbs of the store, a file for each of its traits.

mod audit;
mod documents;
mod keys;
mod money;
mod object_index;
mod outbox;
mod secrets;
mod sessions;
mod tasks;

use crate::OpFuture;
use crate::tx::Tx;

/// Makes an operation of an expression: what it needs is cloned for each try.
macro_rules! op {
    (($($needed:ident),*) |$tx:ident| $body:expr) => {
        $crate::verbs::operation(move |$tx| {
            $(let $needed = $needed.clone();)*
            Box::pin(async move { $body })
        })
    };
}
use op;

/// Tells the compiler what an operation looks like.
fn operation<T, F>(op: F) -> F
where
    F: for<'t, 'c> Fn(&'t mut Tx<'c>) -> OpFuture<'t, T> + Send + Sync + 'static,
{
    op
}
