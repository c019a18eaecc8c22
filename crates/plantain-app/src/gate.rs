//! What stands before every drawing, whichever protocol asks: limits first, since they cost least, then the policy.

use std::sync::Arc;

use plantain_core::{Error, ImageRequest, LimitState};
use plantain_store::TaskRecord;
use tokio::sync::Semaphore;

use crate::policy::Verdict;
use crate::{App, Caller, Cost, Drawn, Order, Pass, Plan, Watch};

/// Orders of a batch that are stored side by side.
const STORED_AT_ONCE: usize = 64;

impl App {
    /// Charges the request to its caller's limits, judges it by the caller's policy and writes down what is found. `waits`
    /// says whether the caller waits for the answer, and so takes one of its places until [`Pass::leave`].
    pub async fn admit(
        &self,
        caller: &Caller,
        request: &ImageRequest,
        waits: bool,
    ) -> Result<(Pass, Verdict), Error> {
        let images = u32::from(request.count.get());
        self.admit_for(caller, request, images, waits).await
    }

    async fn admit_for(
        &self,
        caller: &Caller,
        request: &ImageRequest,
        images: u32,
        waits: bool,
    ) -> Result<(Pass, Verdict), Error> {
        let cost = Cost {
            requests: 1,
            images,
            waits,
        };
        caller.check_model(&request.model)?;
        let mut pass = self.limits.check(caller, cost).await?;
        let tier_policy = self.limits.policy_of(caller);
        match self.policies.judge(caller, tier_policy, request).await {
            Ok(verdict) => {
                let audit = &self.audit;
                audit
                    .flagged(caller, &request.model, &verdict.flagged)
                    .await;
                Ok((pass, verdict))
            }
            Err(error) => {
                self.audit.refused(caller, &request.model, &error).await;
                pass.refund_images().await;
                pass.leave().await;
                Err(error)
            }
        }
    }

    /// Draws for a caller who waits.
    pub async fn draw(&self, order: Order, watch: Option<Watch>) -> Result<Drawn, Error> {
        let (mut pass, _) = self.admit(&order.caller, &order.request, true).await?;
        let drawn = self.tasks.draw(order, watch).await;
        if drawn.is_err() {
            pass.refund_images().await;
        }
        pass.leave().await;
        let mut drawn = drawn?;
        drawn.limits = pass.state;
        Ok(drawn)
    }

    /// Takes an order to be drawn later, and returns its task.
    pub async fn submit(&self, order: Order) -> Result<(TaskRecord, LimitState), Error> {
        let (mut pass, _) = self.admit(&order.caller, &order.request, false).await?;
        let running_max = self.limits.running_max(&order.caller);
        match self.tasks.submit(order, running_max).await {
            Ok(record) => Ok((record, pass.state)),
            Err(error) => {
                pass.refund_images().await;
                Err(error)
            }
        }
    }

    /// Takes many orders of one caller to be drawn later, all or none; they count as one request. An error comes with the
    /// index of the order that it is about.
    pub async fn submit_all(&self, orders: Vec<Order>) -> Result<Vec<TaskRecord>, (usize, Error)> {
        let Some(caller) = orders.first().map(|order| order.caller.clone()) else {
            return Ok(Vec::new());
        };
        let images = orders
            .iter()
            .map(|order| u32::from(order.request.count.get()));
        let cost = Cost {
            requests: 1,
            images: images.sum(),
            waits: false,
        };
        let mut pass = self
            .limits
            .check(&caller, cost)
            .await
            .map_err(|error| (0, error))?;
        let taken = match self.judge_all(&caller, &orders).await {
            Ok(()) => self.store_all(&caller, orders).await,
            Err(refused) => Err(refused),
        };
        if taken.is_err() {
            pass.refund_images().await;
        }
        taken
    }

    async fn judge_all(&self, caller: &Caller, orders: &[Order]) -> Result<(), (usize, Error)> {
        for (index, order) in orders.iter().enumerate() {
            let judged = self.judge(caller, order).await;
            judged.map_err(|error| (index, error))?;
        }
        Ok(())
    }

    /// Returns an error when the order can never be taken from this caller, and writes down what the policy finds.
    async fn judge(&self, caller: &Caller, order: &Order) -> Result<(), Error> {
        let request = &order.request;
        caller.check_model(&request.model)?;
        self.tasks.check(order)?;
        let tier_policy = self.limits.policy_of(caller);
        let audit = &self.audit;
        match self.policies.judge(caller, tier_policy, request).await {
            Ok(verdict) => {
                audit
                    .flagged(caller, &request.model, &verdict.flagged)
                    .await;
                Ok(())
            }
            Err(error) => {
                audit.refused(caller, &request.model, &error).await;
                Err(error)
            }
        }
    }

    /// Takes those of many orders of one caller that can be taken, to be drawn later; they count as one request. Taking the
    /// same ones again gives the same tasks, if they hold promises.
    ///
    /// # Errors
    /// When the caller's limits have no room for them; none is taken then.
    pub async fn submit_each(
        &self,
        orders: Vec<Order>,
    ) -> Result<Vec<Result<TaskRecord, Error>>, Error> {
        let Some(caller) = orders.first().map(|order| order.caller.clone()) else {
            return Ok(Vec::new());
        };
        let mut judged = Vec::with_capacity(orders.len());
        for order in orders {
            let verdict = self.judge(&caller, &order).await;
            judged.push(verdict.map(|()| order));
        }
        let images = judged.iter().flatten();
        let images = images.map(|order| u32::from(order.request.count.get()));
        let cost = Cost {
            requests: 1,
            images: images.sum(),
            waits: false,
        };
        self.limits.check(&caller, cost).await?;
        let (mut good, mut taken) = (Vec::new(), Vec::with_capacity(judged.len()));
        for judged in judged {
            taken.push(judged.map(|order| good.push(order)));
        }
        let mut stored = self.store_each(&caller, good).await.into_iter();
        let gone = || Err(Error::internal("an order was lost while it was stored"));
        let each = taken
            .into_iter()
            .map(|taken| taken.and_then(|()| stored.next().unwrap_or_else(gone)));
        Ok(each
            .map(|stored| stored.map(|(record, _)| record))
            .collect())
    }

    /// Stores orders, all or none: if one is refused, those that were new are cancelled; those of the same requests before
    /// are not ours to cancel.
    async fn store_all(
        &self,
        caller: &Caller,
        orders: Vec<Order>,
    ) -> Result<Vec<TaskRecord>, (usize, Error)> {
        let mut stored = Vec::with_capacity(orders.len());
        let mut refused = None;
        for (index, taken) in self
            .store_each(caller, orders)
            .await
            .into_iter()
            .enumerate()
        {
            match taken {
                Ok(taken) => stored.push(taken),
                Err(error) => refused = refused.or(Some((index, error))),
            }
        }
        let Some(refused) = refused else {
            return Ok(stored.into_iter().map(|(record, _)| record).collect());
        };
        for (record, _) in stored.into_iter().filter(|(_, is_new)| *is_new) {
            // One that ended already cannot be taken back; the error tells of the whole either way.
            let _ = self.tasks.cancel(caller, &record.id).await;
        }
        Err(refused)
    }

    /// Stores orders side by side, so that they share the disk's syncs; says of each whether it is new.
    async fn store_each(
        &self,
        caller: &Caller,
        orders: Vec<Order>,
    ) -> Vec<Result<(TaskRecord, bool), Error>> {
        let running_max = self.limits.running_max(caller);
        let places = Arc::new(Semaphore::new(STORED_AT_ONCE));
        let mut storing = Vec::with_capacity(orders.len());
        for order in orders {
            let (tasks, places) = (Arc::clone(&self.tasks), Arc::clone(&places));
            storing.push(tokio::spawn(async move {
                let _place = places.acquire().await;
                tasks.take(order, running_max).await
            }));
        }
        let mut stored = Vec::with_capacity(storing.len());
        for storing in storing {
            let taken = storing.await;
            stored.push(taken.unwrap_or_else(|error| Err(Error::internal(error))));
        }
        stored
    }

    /// Plans for a caller who waits. A plan is a request and no picture.
    pub async fn plan(&self, caller: &Caller, request: ImageRequest) -> Result<Plan, Error> {
        let (mut pass, _) = self.admit_for(caller, &request, 0, true).await?;
        let plan = self.studio.plan(request).await;
        pass.leave().await;
        plan
    }
}
