import type { Language } from '@sodate/journey/text';

export interface DemoArticle {
  /** The last part of its address. */
  readonly slug: string;
  readonly title: string;
  /** One sentence, for cards. */
  readonly summary: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

export interface DemoCase extends DemoArticle {
  readonly customer: string;
  readonly profile: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
}

export interface DemoPlan {
  readonly name: string;
  readonly price: string;
  readonly unit: string;
  readonly forWhom: string;
  readonly includes: readonly string[];
}

export interface DemoFormPage {
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly thanksTitle: string;
  readonly thanks: readonly string[];
}

/** All that the demo site says, in one language. Both languages have the same pages at the same addresses. */
export interface DemoTexts {
  readonly language: Language;
  readonly product: string;
  readonly company: string;
  readonly bar: { readonly note: string; readonly back: string };
  readonly otherLanguage: string;
  readonly skip: string;
  readonly menu: { readonly label: string; readonly features: string; readonly cases: string; readonly price: string };
  readonly request: string;
  readonly contact: string;
  readonly home: {
    readonly title: string;
    readonly headline: string;
    readonly lead: string;
    readonly featuresTitle: string;
    readonly casesTitle: string;
    readonly closing: string;
    readonly closingLead: string;
  };
  readonly readMore: string;
  readonly otherFeatures: string;
  readonly otherCases: string;
  readonly features: readonly DemoArticle[];
  readonly cases: readonly DemoCase[];
  readonly pricePage: {
    readonly title: string;
    readonly lead: string;
    readonly plans: readonly DemoPlan[];
    readonly questionsTitle: string;
    readonly questions: readonly { readonly question: string; readonly answer: string }[];
  };
  readonly form: {
    readonly required: string;
    readonly company: string;
    readonly department: string;
    readonly jobTitle: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly employees: string;
    readonly employeeBands: readonly string[];
    readonly choose: string;
    readonly message: string;
    readonly requestMessage: string;
    readonly consent: string;
    readonly privacy: string;
  };
  readonly requestPage: DemoFormPage;
  readonly contactPage: DemoFormPage;
  readonly backHome: string;
  readonly notFound: string;
  readonly footer: string;
}
