//! The rules: who may ask, which engine draws, how much at once, what is kept.
//!
//! [`Studio`] draws and keeps nothing but a bounded cache; it is all that the command line needs. [`App`] is a studio
//! behind a door: keys decide who may come in ([`Authority`]), finished pictures can be fetched by link ([`Outputs`]).

mod admission;
pub mod audit;
mod authority;
pub mod books;
mod cache;
pub mod catalog;
mod drawings;
mod edit;
pub mod export;
mod finish;
mod forgetting;
mod gate;
mod housekeeping;
mod keeping;
pub mod keys;
mod limits;
mod look;
pub mod meters;
mod outputs;
mod planner;
pub mod policy;
mod prices;
mod recipe;
mod retention;
mod sessions;
mod studio;
mod tasks;
mod threads;
mod tiers;
mod tracer;
mod world;

use std::sync::Arc;

use plantain_store::{Documents, Remote};

use crate::policy::Policies;

pub use audit::AuditLog;

pub use authority::{Approach, Authority, AuthorityConfig, Caller, NewKey, mint_key, mint_secret};
pub use books::{Books, BudgetWish, LedgerWish, UsageWish};
pub use forgetting::{Forgetting, Forgotten};
pub use housekeeping::{Housekeeping, Tidied};
pub use keeping::NewFile;
pub use limits::{Cost, LimiterFailure, Limits, Pass};
pub use outputs::{Link, LinkParts, OUTPUT_PATH, Outputs, OutputsConfig, derive};
pub use planner::Chat;
pub use prices::{Price, PriceBook, PriceWish, Unpriced};
pub use recipe::Recipe;
pub use retention::{NewClaim, Retention, RetentionConfig, RetentionRule, Sweep};
pub use sessions::{Conversations, StoredTurn, Turn, TurnAction, TurnPicture, TurnPlan};
pub use studio::{Drawn, EngineStamp, Picture, Plan, Preview, Studio, StudioConfig, Timing, Watch};
pub use tasks::{
    Hook, Order, StopReason, StoredEdit, StoredEngine, StoredPicture, StoredRequest, TaskConfig,
    TaskError, TaskResult, TaskService, Terms,
};
pub use tiers::{Tier, Tiers, UNLIMITED};
pub use tracer::{OpenSpan, Tracer};
pub use world::{SystemWorld, World};

/// Every part of the running server that a request can reach.
pub struct App {
    pub studio: Arc<Studio>,
    pub outputs: Arc<Outputs>,
    pub tasks: Arc<TaskService>,
    /// Where pictures behind links are fetched.
    pub remote: Arc<dyn Remote>,
    pub authority: Authority,
    /// What protocols have to find again by an id that they gave out.
    pub documents: Arc<dyn Documents>,
    /// Conversations that the server remembers as its own.
    pub sessions: Conversations,
    /// How long stored files stay.
    pub retention: Arc<Retention>,
    pub limits: Limits,
    pub policies: Policies,
    pub audit: AuditLog,
    /// Budgets, credit and usage.
    pub books: Books,
    /// Deletes what belongs to an owner.
    pub forgetting: Forgetting,
    pub world: Arc<dyn World>,
}
