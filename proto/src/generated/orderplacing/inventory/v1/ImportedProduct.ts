// Original file: proto/orderplacing/inventory/v1/inventory.proto


/**
 * ImportedProduct names what is imported of a product, as in Product.
 */
export interface ImportedProduct {
  'productId'?: (string);
  /**
   * Required where the product is new.
   */
  'name'?: (string);
  /**
   * Of a new product, 0 by default; the stock of others stays as it is.
   */
  'stock'?: (number);
  'price'?: (number);
  'description'?: (string);
  'imageUrl'?: (string);
  'archived'?: (boolean);
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
}

/**
 * ImportedProduct names what is imported of a product, as in Product.
 */
export interface ImportedProductOutput {
  'productId': (string);
  /**
   * Required where the product is new.
   */
  'name'?: (string);
  /**
   * Of a new product, 0 by default; the stock of others stays as it is.
   */
  'stock'?: (number);
  'price'?: (number);
  'description'?: (string);
  'imageUrl'?: (string);
  'archived'?: (boolean);
  '_name'?: "name";
  '_stock'?: "stock";
  '_price'?: "price";
  '_description'?: "description";
  '_imageUrl'?: "imageUrl";
  '_archived'?: "archived";
}
